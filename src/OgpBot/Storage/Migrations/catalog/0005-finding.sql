-- What commitments are found by, made for reading: each is written once, by the builder, from the records. Catalogs that are brought to
-- this schema are built anew (CatalogSwap), so nothing is carried over here.

-- The commitments of one value of a fact, or of one reason for having none.
drop table commitment_fact;
create table commitment_fact (
    field       text not null,
    folded      text not null, -- '' is not in the source; "pending review" and the like are the other reasons
    commitments text not null  -- their numbers, as JSON
);
create index commitment_fact_value on commitment_fact (field, folded);

drop table commitment_area;
create table area (
    number integer primary key,
    name   text    not null,
    folded text    not null
);
create table commitment_area (
    commitment integer not null,
    area       integer not null,
    primary key (commitment, area)
) without rowid;
create index commitment_area_area on commitment_area (area, commitment);

-- Few titles have a typo.
drop index commitment_title_right;
create index commitment_title_right on commitment (title_right) where title_right <> title_folded;

-- The words of the longer texts: apart from the titles, so that these stay quick.
create virtual table commitment_text using fts5 (
    description, lead, supporting, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
