/**
 * What somebody might try who could speak SQL as a caller: to read past the masks, to write past them, to lift them.
 * Two things no grant can take away, so that routes must never take SQL: `set role` and `set_config`, which PostgreSQL
 * asks of who opened the session, and `st_estimatedextent`, which PostGIS answers without the policies.
 */
export const SQL_ATTEMPTS: readonly string[] = [
  // To read the tables under the masks.
  'select notes from public.border_post',
  'table public.border_post',
  'table public.post_contact',
  'table public.account',
  'table public.session',
  'select post::text from public.border_post post',
  'select row_to_json(post) from public.border_post post',
  'select (select string_agg(password_hash, $$ $$) from public.account)',
  'select (select string_agg(salt, $$ $$) from public.audit_person)',
  'select ctid, xmin, tableoid from public.border_post',
  'select (post).notes from public.border_post post',
  'explain (analyze, verbose) select * from border_post where notes like $$RESTRICTED%$$',
  'declare stolen cursor for select notes from public.border_post; fetch all from stolen',
  'set local row_security = off; select id, facing_post from public.border_post',

  // To have a function read them.
  `select query_to_xml('select * from public.border_post', true, false, '')`,
  `select query_to_xml('select * from visible.border_post', true, false, '')`,
  `select table_to_xml('public.post_contact', true, false, '')`,
  `select schema_to_xml('visible', true, false, '')`,
  `select pg_read_file('PG_VERSION')`,
  `select pg_ls_dir('.')`,
  `select lo_import('/etc/hostname')`,
  'select rolpassword from pg_authid',
  'select * from pg_stats where schemaname in ($$public$$, $$visible$$)',
  'select query from pg_stat_activity',
  `do $$ begin raise exception '%', (select string_agg(notes, ' ') from public.border_post); end $$`,
  `do $$ begin raise exception '%', (select string_agg(notes, ' ') from visible.border_post); end $$`,
  `select audit_append('read', 'x', '', (select jsonb_agg(notes) from public.border_post), null, null, '', '', '')`,

  // To be told what was written.
  'update public.border_post set facing_post = facing_post returning notes',
  'update public.border_post set facing_post = facing_post returning *',
  'update public.border_post set facing_post = notes returning facing_post',
  'update visible.border_post set facing_post = facing_post returning *',
  'update public.account set version = version returning *',
  'update public.setting set changed_at = now() returning name',
  'update public.post_photo set removed_at = null returning id',
  'delete from public.border_post returning *',
  'delete from public.border_post returning id, facing_post',
  'delete from public.post_contact returning *',
  'delete from visible.post_contact returning *',
  'delete from public.account_post returning account_id',
  'with gone as (delete from public.post_component returning *) select * from gone',
  `insert into public.post_name (post_id, ordinal, role, name, language, search_key)
   select id, 99, 'alias', notes, 'fr', 'x' from public.border_post returning name`,
  `merge into public.border_post post using (select 1) one on true
    when matched then update set facing_post = notes`,

  // To lift the masks.
  'create table public.stolen as table public.border_post',
  'create view public.stolen as table public.border_post',
  'create schema stolen',
  `create function public.steal() returns text language sql security definer return 'x'`,
  'alter table public.border_post disable row level security',
  'alter table public.border_post owner to borne_app',
  'alter view visible.border_post owner to borne_app',
  'create or replace view visible.border_post as table public.border_post',
  'drop policy seen on public.border_post',
  'create policy open on public.border_post using (true)',
  'grant select on public.border_post to borne_app',
  'grant borne_reader to borne_app',
  'alter role borne_app bypassrls',
  `call public.publish_table('border_post')`,
  `call public.publish_view('visible.border_post')`,
  'truncate public.post_contact',
  'truncate public.audit_event cascade',
  `update public.audit_event set subject = 'x'`,
  'delete from public.audit_event',
  'delete from public.audit_person',
  'update public.audit_head set seq = 0',
  'alter table public.audit_event disable trigger all',
]
