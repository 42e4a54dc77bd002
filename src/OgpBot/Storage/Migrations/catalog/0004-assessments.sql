-- What commitments are counted by, without the rest of their rows.
create index commitment_assessed on commitment (
    completion_state, completion, impact_state, impact, early_results_state, early_results, status_state, status, member, year desc, id, plan, starred);
