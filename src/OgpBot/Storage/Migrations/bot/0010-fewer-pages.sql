-- Each message dirties few pages: what comes at one time lies together, what many say is stored once, and what has ended is found by walking the tables.

-- Keys begin with the platform's own order where it has one. Those of before stay as they are until they are forgotten.
create table message_key (
    key     blob    primary key,
    seen_at integer not null
) without rowid;

insert into message_key (key, seen_at) select key, seen_at from delivery_key;
drop table delivery_key;
alter table message_key rename to delivery_key;

-- Answers of the catalog, which are the same for whoever asks; as long as a reply that is not sent needs one.
create table kept_reply (
    hash  blob primary key, -- the first 16 bytes of a SHA-256
    reply text not null     -- JSON
);

drop index inbox_ended;
drop index conversation_memory_saved_at;

-- As before, but without an index by reference: few rows are looked for by it, and those have indexes of their own.
create table reply_on_its_way (
    id           integer primary key,
    reference    text    not null,
    channel      text    not null,
    tenant       text    not null,
    conversation text    not null,
    place        text    not null,   -- where the platform counts messages
    route        text    not null,
    replaces     text,
    class        integer not null,
    state        text    not null check (state in ('pending', 'sending', 'sent', 'failed', 'unknown')),
    attempt      integer not null default 0,
    due_at       integer not null,
    owner        text,
    lease_until  integer not null,
    message_id   text,               -- the platform's
    reason       text,
    created_at   integer not null,
    ended_at     integer,
    kept         blob,               -- of kept_reply
    reply        text    not null    -- JSON; empty when it is kept, and when it was sent
);

insert into reply_on_its_way (id, reference, channel, tenant, conversation, place, route, replaces, class, state, attempt, due_at, owner, lease_until, message_id, reason, created_at, ended_at, reply)
select id, reference, channel, tenant, conversation, place, route, replaces, class, state, attempt, due_at, owner, lease_until, message_id, reason, created_at, ended_at, reply from outbox;
drop table outbox;
alter table reply_on_its_way rename to outbox;

create index outbox_open on outbox (id) where state in ('pending', 'sending');
create index outbox_flagged on outbox (id) where state in ('failed', 'unknown');
