-- When a paused subscription goes on by itself; null: when somebody says so.
alter table subscription add column resume_at integer;

create index subscription_resume on subscription (resume_at) where resume_at is not null;
