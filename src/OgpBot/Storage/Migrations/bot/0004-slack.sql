-- Workspaces that installed the app; tokens are encrypted.
create table slack_installation (
    team         text    not null primary key,
    tokens       blob    not null,
    installed_at integer not null  -- unix milliseconds
) without rowid;
