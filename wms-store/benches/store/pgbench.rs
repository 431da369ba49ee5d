//! The same rows by PostgreSQL's own bench: prepared statements, a transaction each.
use super::{shell, template::Template};
use std::{io::Write, time::Duration};
use tempfile::NamedTempFile;

/// Transforms per second by as many clients as there are callers.
pub(crate) fn transforms(url: &str, template: &Template, clients: usize, lasts: Duration) -> f64 {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(script(template).as_bytes()).unwrap();
    let mut pgbench = shell::postgres("pgbench");
    let path = file.path().display().to_string();
    let heard = shell::run(pgbench.args([
        "-n",
        "-M",
        "prepared",
        "-c",
        &clients.to_string(),
        "-j",
        &clients.min(2).to_string(),
        "-T",
        &lasts.as_secs().to_string(),
        "-f",
        &path,
        "-d",
        url,
    ]));
    let tps = heard.lines().find_map(|line| line.strip_prefix("tps = "));
    let tps = tps.and_then(|line| line.split(' ').next());
    tps.unwrap_or_else(|| panic!("{heard}")).parse().unwrap()
}

/// What a careful hand does: locks what it decides by, looks whether the key is new, draws a code, writes.
fn script(template: &Template) -> String {
    let (tenant, run) = (&template.tenant, &template.run);
    let parent = "('00000000-0000-7000-9000-' || lpad(:client_id::text, 12, '0'))::uuid";
    let key = "lpad(to_hex(:key::bigint), 32, '0')::uuid";
    let lot = "lpad(to_hex(:lot::bigint), 32, '0')::uuid";
    let mut script = format!(
        "\\set key random(1, 9000000000000000000)\n\\set lot random(1, 9000000000000000000)\nBEGIN;\n\
         SELECT status FROM runs WHERE tenant_id = {tenant} AND id = {run} FOR SHARE;\n\
         SELECT head_version AS version, weight, used FROM lots WHERE tenant_id = {tenant} AND id = {parent} \
         FOR NO KEY UPDATE \\gset\n\
         SELECT digest FROM commands WHERE tenant_id = {tenant} AND key = {key};\n\
         UPDATE code_sequences SET last_number = last_number + 1 WHERE tenant_id = {tenant} AND prefix = 'DEB' \
         RETURNING last_number AS code, nextval('command_numbers') AS number \\gset\n"
    );
    for insert in &template.inserts {
        let insert = keep_colons(insert)
            .replace("{key}", key)
            .replace("{lot}", lot)
            .replace("{parent}", parent)
            .replace("{number}", ":number::bigint")
            .replace("{version}", "(:version::bigint + 1)")
            .replace(
                "{code}",
                "('DEB-20260115-DUNA-' || lpad(:code::text, greatest(4, length(:code::text)), '0'))",
            );
        script.push_str(&insert);
        script.push_str(";\n");
    }
    script.push_str(&format!(
        "UPDATE lots SET used = used + 100, head_version = head_version + 1 \
         WHERE tenant_id = {tenant} AND id = {parent};\nCOMMIT;\n"
    ));
    script
}

/// A colon before a letter would be a variable of pgbench.
fn keep_colons(sql: &str) -> String {
    let mut kept = String::with_capacity(sql.len());
    let mut characters = sql.chars().peekable();
    while let Some(character) = characters.next() {
        let names = characters
            .peek()
            .is_some_and(|next| next.is_ascii_alphabetic() || *next == '_');
        if character == ':' && names {
            kept.push_str("' || chr(58) || '");
        } else {
            kept.push(character);
        }
    }
    kept
}
