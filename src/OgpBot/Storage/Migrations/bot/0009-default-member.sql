-- The member that questions mean which name none: of a channel, or of a person where they are alone with the bot.
create table default_member (
    channel text    not null,
    tenant  text    not null,
    place   text    not null, -- a channel, a person, or a conversation where nobody can be told apart
    member  text    not null,
    set_at  integer not null, -- unix seconds
    primary key (channel, tenant, place)
) without rowid;
