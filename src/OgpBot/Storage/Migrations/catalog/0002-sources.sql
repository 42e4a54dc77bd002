-- Several sources about one record, and facts that OGP's export marks as having no value.
-- "state" columns also hold: 3 not applicable to the method of its time, 4 no report on it, 5 not available.

alter table source add column origin integer not null default 0; -- 0 a member's page, 1 OGP's commitments export

alter table member add column level text;
alter table member add column level_state integer not null default 0;

alter table commitment add column star_state integer not null default 1; -- 1 when the source says whether it is starred
alter table commitment add column others     text    not null default ''; -- further sources, and which facts each of them gave
alter table commitment add column held_by    text    not null default ''; -- origins that still have it, separated by |; empty: that of its source

-- What no source has any longer. Apart from the others, so that no list and no count finds it.
create table removed_commitment (
    id            text    primary key,
    member        text    not null references member (name),
    year          integer not null,
    plan          integer not null,
    title         text    not null,
    starred       integer not null,
    star_state    integer not null,
    areas         text    not null,
    misspellings  text    not null,
    lead          text,   lead_state        integer not null,
    supporting    text,   supporting_state  integer not null,
    status        text,   status_state      integer not null,
    completion    text,   completion_state  integer not null,
    impact        text,   impact_state      integer not null,
    early_results text,   early_results_state integer not null,
    start_date    text,   start_date_state  integer not null,
    end_date      text,   end_date_state    integer not null,
    description   text,   description_state integer not null,
    url           text,   url_state         integer not null,
    others        text    not null,
    held_by       text    not null,
    removed       text    not null, -- since when, ISO 8601, UTC
    source        integer not null references source (number),
    first_line    integer not null,
    last_line     integer not null
) without rowid;

create table removed_resource (
    key        text    primary key,
    member     text    not null references member (name),
    year       integer not null,
    title      text    not null,
    type       text,   type_state   integer not null,
    format     text,   format_state integer not null,
    url        text,   url_state    integer not null,
    removed    text    not null,
    source     integer not null references source (number),
    first_line integer not null,
    last_line  integer not null
) without rowid;
