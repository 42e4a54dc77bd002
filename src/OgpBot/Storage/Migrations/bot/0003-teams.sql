-- The last way to each Teams conversation, for what is said there unasked.
create table teams_conversation (
    tenant       text    not null,
    conversation text    not null,
    route        text    not null, -- JSON: service address, bot, locale
    seen_at      integer not null, -- unix milliseconds
    primary key (tenant, conversation)
) without rowid;
