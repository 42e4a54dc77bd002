-- The last way to each Teams chat, channel and person, for what is said there unasked.
create table teams_conversation (
    tenant       text    not null,
    conversation text    not null, -- of a channel without the thread; or the ID of a person, for the chat with them
    route        text    not null, -- JSON: service address, chat, bot, locale
    seen_at      integer not null, -- unix milliseconds
    primary key (tenant, conversation)
) without rowid;

create index teams_conversation_seen on teams_conversation (tenant, seen_at);
