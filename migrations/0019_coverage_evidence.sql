-- Evidence of where posts should stand, and of two measures that are compared.

alter table coverage_evidence
  -- `KeptSiting` of the contract, which rests on the figures of the record; null: it is of no siting.
  add column siting jsonb check (jsonb_typeof(siting) = 'object'),
  -- The measure with which these figures are compared; null: with none.
  add column against_id uuid references coverage_evidence (id),
  add constraint coverage_evidence_one_kind check (siting is null or against_id is null);
create index coverage_evidence_against on coverage_evidence (against_id);

comment on column coverage_evidence.against_id is 'public';

call publish_table('coverage_evidence');
grant insert (id, name, made_by, question, changes, posts, post_ids, additions, ground_digest, network_id, network_label,
              roads_digest, settlements_digest, geometry_version, border_digest, code_version, figures, is_demonstration,
              siting, against_id)
  on coverage_evidence to borne_app;
