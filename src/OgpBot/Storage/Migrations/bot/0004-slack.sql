-- Workspaces that installed the app. The tokens are encrypted; their keys lie outside this file.
create table slack_installation (
    team         text    not null primary key,
    bot_user     text    not null,
    scopes       text    not null, -- what was granted, with commas
    tokens       blob    not null,
    expires_at   integer,          -- of the access token, in unix milliseconds as all times here; null: never
    installed_at integer not null
) without rowid;

-- Installs that somebody began, by SHA-256: of the state that Slack brings back, and of what that browser's cookie holds.
create table slack_install_state (
    state      blob    not null primary key,
    browser    blob    not null,
    expires_at integer not null
) without rowid;

create index slack_install_state_expires on slack_install_state (expires_at);

-- Channels where a bare ID gets a preview.
create table slack_preview (
    team        text    not null,
    channel     text    not null,
    switched_at integer not null,
    primary key (team, channel)
) without rowid;

-- What a person asked last, for the Home page: canonical queries, never what was typed.
create table slack_search (
    team     text    not null,
    person   text    not null,
    query    text    not null,
    asked_at integer not null,
    primary key (team, person, query)
) without rowid;

create index slack_search_asked on slack_search (asked_at);

-- There is a row while deleted content may still lie in free parts of the file.
create table slack_scrub (
    id       integer primary key check (id = 1),
    asked_at integer not null
);
