-- Messages that were accepted and not yet answered, and answers on their way. Texts go as soon as they are no longer needed.
create table inbox (
    id           integer primary key,
    channel      text    not null,
    tenant       text    not null,
    conversation text    not null,
    text         text    not null,
    preferred    integer,            -- language, when the channel knows it
    route        text    not null,   -- JSON of the channel
    replaces     text,
    state        text    not null check (state in ('pending', 'done', 'dead')),
    tries        integer not null default 0,
    due_at       integer not null,   -- unix milliseconds, as all times here
    owner        text,               -- the process that works on it
    lease_until  integer not null,
    reference    text,               -- set when it is dead
    reason       text,
    received_at  integer not null,
    ended_at     integer
);

create index inbox_open on inbox (id) where state = 'pending';
create index inbox_ended on inbox (ended_at) where ended_at is not null;
create index inbox_dead on inbox (id) where state = 'dead';

-- By what a platform could hand over the same message again: the first 16 bytes of a SHA-256.
create table delivery_key (
    id      integer primary key,
    key     blob    not null unique,
    seen_at integer not null
);

create index delivery_key_seen on delivery_key (seen_at);

create table outbox (
    id           integer primary key,
    reference    text    not null unique,
    channel      text    not null,
    tenant       text    not null,
    conversation text    not null,
    place        text    not null,   -- where the platform counts messages
    route        text    not null,
    replaces     text,
    class        integer not null,
    reply        text    not null,   -- JSON
    state        text    not null check (state in ('pending', 'sending', 'sent', 'failed', 'unknown')),
    attempt      integer not null default 0,
    due_at       integer not null,
    owner        text,
    lease_until  integer not null,
    message_id   text,               -- the platform's
    reason       text,
    created_at   integer not null,
    ended_at     integer
);

create index outbox_open on outbox (id) where state in ('pending', 'sending');
create index outbox_ended on outbox (ended_at) where ended_at is not null;
create index outbox_flagged on outbox (id) where state in ('failed', 'unknown');

-- Written to find out whether the disk takes anything again.
create table probe (
    id integer primary key check (id = 1),
    at integer not null
);
