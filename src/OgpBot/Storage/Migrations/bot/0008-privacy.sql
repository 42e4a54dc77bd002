-- There is a row while deleted content may still lie in free parts of the file.
alter table slack_scrub rename to scrub;

-- People who want to be forgotten, until what is under way to them has ended.
create table forget_request (
    channel  text    not null,
    tenant   text    not null,
    person   text    not null,
    alone    text    not null, -- their chat with the bot; empty when unknown
    asked_at integer not null, -- unix milliseconds
    primary key (channel, tenant, person)
) without rowid;

-- Questions that found no answer: folded words, without numbers and addresses, and without who asked or where.
create table unanswered (
    words    text    not null,
    reason   text    not null,
    language integer not null,
    times    integer not null,
    first_on text    not null, -- a day, ISO 8601
    last_on  text    not null,
    primary key (words, reason)
) without rowid;

create index unanswered_last on unanswered (last_on);
