-- A fact's values lie side by side, so that a search by one fact reads nothing of the others.
-- Institutions and texts are kept as words between spaces: " ministry of justice ".

create table fact_by_field (
    field      text    not null,
    folded     text    not null,
    commitment integer not null references commitment (number),
    primary key (field, folded, commitment)
) without rowid;

insert into fact_by_field (field, commitment, folded)
select field, commitment,
       case when field in ('Lead', 'Supporting', 'Description') and folded not in ('pending review', 'not applicable', 'not reported', 'not available')
            then ' ' || replace(replace(replace(folded, ',', ' '), ';', ' '), '.', ' ') || ' '
            else folded end
from commitment_fact;

drop table commitment_fact;
alter table fact_by_field rename to commitment_fact;
