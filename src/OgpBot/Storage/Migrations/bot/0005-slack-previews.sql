-- When a bare ID had its last preview, so that a thread does not see the same one again and again.
create table slack_preview_shown (
    team     text    not null,
    channel  text    not null,
    thread   text    not null, -- empty outside of threads
    id       text    not null,
    shown_at integer not null, -- unix milliseconds
    primary key (team, channel, thread, id)
) without rowid;

create index slack_preview_shown_at on slack_preview_shown (shown_at);
