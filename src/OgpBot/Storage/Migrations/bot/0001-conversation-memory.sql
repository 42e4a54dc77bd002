-- What a conversation was about last, so that follow-ups work after a restart.
create table conversation_memory (
    channel      text    not null,
    tenant       text    not null,
    conversation text    not null,
    question     text    not null, -- the canonical query
    listed       text    not null, -- JSON
    first_listed integer not null,
    pages        integer not null,
    language     integer not null,
    saved_at     integer not null, -- unix seconds
    primary key (channel, tenant, conversation)
) without rowid;

create index conversation_memory_saved_at on conversation_memory (saved_at);
