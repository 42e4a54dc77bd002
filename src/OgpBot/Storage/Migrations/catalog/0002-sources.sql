-- Several sources about one record, and facts that OGP's export marks as having no value.
-- "state" columns also hold: 3 not applicable to the method of its time, 4 no report on it, 5 not available.

alter table source add column kind integer not null default 0; -- 0 a member's page, 1 OGP's commitments export

alter table member add column level text;
alter table member add column level_state integer not null default 0;

alter table commitment add column star_state integer not null default 1; -- 1 when the source says whether it is starred
alter table commitment add column others text not null default '';       -- further sources, and which facts each of them gave
alter table commitment add column removed text;                          -- ISO 8601, UTC: since when no source has it

alter table resource add column removed text; -- the same
