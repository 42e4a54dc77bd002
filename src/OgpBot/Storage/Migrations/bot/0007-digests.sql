-- What is known of the catalog: one row for each record that was ever in it, so that nothing is news twice.
create table known_record (
    kind    text    not null, -- as in the exchange format: commitments, resources ...
    key     text    not null,
    member  text    not null, -- empty for what belongs to none
    hash    integer not null, -- of what it says
    earlier integer,          -- of what it said before: going back to that is no news
    facts   text    not null, -- of a commitment: star, status and assessment
    gone_at integer,          -- unix milliseconds, as all times here; null while it is in the catalog
    primary key (kind, key)
) without rowid;

create index known_record_gone on known_record (gone_at) where gone_at is not null;

-- The catalog that was compared last.
create table known_catalog (
    number  integer primary key check (number = 1),
    version text    not null,
    scheme  integer not null, -- of what is hashed: another release may hash other columns
    since   integer not null, -- when the first catalog was learnt: nothing is known about the time before
    at      integer not null
);

-- What became different from one version of the catalog to the next. Numbers are never given twice: digests are counted by them.
create table catalog_change (
    number  integer primary key autoincrement,
    version text    not null,
    kind    text    not null,
    key     text    not null,
    member  text    not null,
    what    integer not null,
    before  text    not null, -- facts of a commitment
    after   text    not null,
    at      integer not null
);

create index catalog_change_at on catalog_change (at);

create table subscription (
    id            integer primary key autoincrement,
    channel       text    not null,
    tenant        text    not null,
    place         text    not null,    -- a channel or chat; of a personal one the person
    personal      integer not null,
    route         text    not null,    -- JSON of the channel
    person        text    not null,    -- who set it; empty when that is forgotten
    person_route  text,
    language      integer not null,
    queries       text    not null,    -- JSON, in order
    watch         integer not null,
    rhythm        integer not null,
    day           integer not null,
    minute        integer not null,    -- of the day
    zone          text    not null,
    state         text    not null check (state in ('active', 'paused', 'broken')),
    reason        text,                -- why it is broken
    since         integer not null,    -- in this state
    told          integer not null default 1, -- 0: who set it is still to be told that it is broken
    next_due      integer,             -- null: when something changes
    last_run      integer,
    after_change  integer not null,    -- everything up to this number of catalog_change was told
    digest        text,                -- reference of the last digest, its first and last change
    digest_after  integer not null default 0,
    digest_upto   integer not null default 0,
    created_at    integer not null,
    unique (channel, tenant, place, personal, queries, watch, rhythm, day, minute, zone)
);

create index subscription_due on subscription (next_due) where state <> 'paused' and next_due is not null;
create index subscription_digest on subscription (digest) where digest is not null;
create index subscription_untold on subscription (id) where told = 0;
create index subscription_person on subscription (channel, tenant, person);
