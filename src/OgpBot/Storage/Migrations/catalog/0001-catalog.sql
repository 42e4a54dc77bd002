-- One immutable edition of the catalog. "state" columns: 0 not in the source, 1 given, 2 pending review.

create table edition (
    number   integer primary key check (number = 1),
    version  text    not null,
    built_at text    not null, -- ISO 8601, UTC
    shipped  text    not null, -- version of the shipped data that it was built from or upon
    imported integer not null  -- 1 when a user imported something
);

create table source (
    number      integer primary key,
    document    text not null,
    imported_at text not null, -- ISO 8601, UTC
    unique (document, imported_at)
);

create table member (
    name         text    primary key,
    prefix       text    not null,
    slug         text,    slug_state   integer not null,
    region       text,    region_state integer not null,
    since        text,    since_state  integer not null,
    current_plan integer,
    source       integer not null references source (number),
    first_line   integer not null,
    last_line    integer not null
) without rowid;

create table plan (
    member            text    not null references member (name),
    number            integer not null,
    year              integer not null,
    span              text,   span_state              integer not null,
    spans_in_titles   text    not null, -- separated by |
    stated            text,   stated_state            integer not null,
    area_focus        text,   area_focus_state        integer not null,
    number_inferred   integer not null,
    source            integer not null references source (number),
    first_line        integer not null,
    last_line         integer not null,
    primary key (member, number)
) without rowid;

create table commitment (
    number        integer primary key,
    id            text    not null unique,
    member        text    not null references member (name),
    year          integer not null,
    plan          integer not null,
    title         text    not null,
    title_folded  text    not null,
    title_right   text    not null, -- folded, known typos corrected
    starred       integer not null,
    areas         text    not null, -- separated by |, in order
    misspellings  text    not null, -- written|right|written|right ...
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
    source        integer not null references source (number),
    first_line    integer not null,
    last_line     integer not null
);

create index commitment_newest on commitment (year desc, id);
create index commitment_member on commitment (member, year desc, id, plan, starred);
create index commitment_title_folded on commitment (title_folded);
create index commitment_title_right on commitment (title_right);

create table commitment_area (
    commitment integer not null references commitment (number),
    position   integer not null,
    area       text    not null,
    folded     text    not null,
    primary key (commitment, position)
) without rowid;

create index commitment_area_folded on commitment_area (folded, commitment);

-- The optional facts that have a value or are pending review, folded for filtering.
create table commitment_fact (
    commitment integer not null references commitment (number),
    field      text    not null,
    folded     text    not null,
    primary key (commitment, field)
) without rowid;

create table resource (
    number       integer primary key,
    key          text    not null unique,
    member       text    not null references member (name),
    year         integer not null,
    title        text    not null,
    title_folded text    not null,
    type         text,   type_state   integer not null, type_folded   text not null,
    format       text,   format_state integer not null, format_folded text not null,
    url          text,   url_state    integer not null,
    source       integer not null references source (number),
    first_line   integer not null,
    last_line    integer not null
);

create index resource_newest on resource (year desc, title_folded, key);
create index resource_member on resource (member, year desc, title_folded, key);
create index resource_type on resource (type_folded, year desc, title_folded, key);
create index resource_title_folded on resource (title_folded);

-- Plans that a resource's title names by span or number.
create table resource_plan (
    resource integer not null references resource (number),
    plan     integer not null,
    primary key (resource, plan)
) without rowid;

create table performance (
    member      text    not null references member (name),
    plan        integer not null,
    major       text,   major_state       integer not null,
    outstanding text,   outstanding_state integer not null,
    starred     text,   starred_state     integer not null,
    unassigned  text    not null, -- separated by |
    source      integer not null references source (number),
    first_line  integer not null,
    last_line   integer not null,
    primary key (member, plan)
) without rowid;

create table performance_record (
    member     text    not null references member (name),
    scope      text    not null,
    figures    text    not null, -- separated by |
    source     integer not null references source (number),
    first_line integer not null,
    last_line  integer not null,
    primary key (member, scope)
) without rowid;

create table key_entry (
    member     text    not null references member (name),
    section    text    not null,
    position   integer not null,
    kind       text    not null,
    name       text    not null,
    meaning    text,   meaning_state integer not null,
    source     integer not null references source (number),
    first_line integer not null,
    last_line  integer not null,
    primary key (member, section, position)
) without rowid;

create table participation (
    member     text    not null references member (name),
    plan       integer not null,
    phase      text    not null,
    level      text,   level_state integer not null,
    source     integer not null references source (number),
    first_line integer not null,
    last_line  integer not null,
    primary key (member, plan, phase)
) without rowid;

create table global_report_entry (
    member      text    not null references member (name),
    dimension   text    not null,
    number      integer not null,
    dimension_folded text not null,
    implication text,   implication_state integer not null,
    score       text,   score_state       integer not null,
    source      integer not null references source (number),
    first_line  integer not null,
    last_line   integer not null,
    primary key (member, dimension, number)
) without rowid;

create table term (
    key        text    primary key,
    name       text    not null,
    also       text    not null, -- separated by |
    meaning    text    not null,
    source     integer not null references source (number),
    first_line integer not null,
    last_line  integer not null
) without rowid;

create table post (
    number       integer primary key,
    key          text    not null unique,
    member       text    not null references member (name),
    position     integer not null,
    title        text    not null,
    title_folded text    not null,
    caption      text,   caption_state integer not null,
    teaser       text,   teaser_state  integer not null,
    source       integer not null references source (number),
    first_line   integer not null,
    last_line    integer not null
);

-- Contentless: the words are only looked up, never read back. "corrected" holds right spellings of known typos.
create virtual table commitment_words using fts5 (title, corrected, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
create virtual table resource_words using fts5 (title, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
create virtual table post_words using fts5 (title, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
