//! Encrypted connections: a server is believed only where its certificate comes from who is trusted and carries its
//! name. The certificates are made by `openssl`.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    options,
    pg::{Client, Cluster},
};
use futures_executor::block_on;
use std::{path::Path, process::Command};
use tempfile::TempDir;
use wms_store::{Database, OpenError};

fn openssl(folder: &Path, arguments: &str) {
    let made = Command::new("openssl")
        .args(arguments.split(' '))
        .current_dir(folder)
        .output();
    let made = made.unwrap();
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
}

/// Two authorities, and a certificate of the first for `localhost`.
fn certificates() -> TempDir {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
    for authority in ["ca", "other"] {
        let made = format!(
            "req -x509 {key} -keyout {authority}.key -out {authority}.pem -days 2 -subj /CN={authority} \
             -addext keyUsage=critical,keyCertSign"
        );
        openssl(path, &made);
    }
    openssl(
        path,
        &format!("req {key} -keyout server.key -out server.csr -subj /CN=localhost"),
    );
    std::fs::write(path.join("names"), "subjectAltName=DNS:localhost").unwrap();
    openssl(
        path,
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out server.pem",
    );
    folder
}

/// Makes a server speak TLS: it writes the files itself, so that they are its own.
fn encrypt(cluster: &Cluster, folder: &Path) {
    let mut client = Client::connect(&cluster.url);
    let data = client.lines("SELECT current_setting('data_directory') AS line");
    let data = data.unwrap().remove(0);
    for file in ["server.key", "server.pem"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let text = text.replace('\n', "|");
        client
            .run(&format!(
                "COPY (SELECT '{text}') TO PROGRAM 'umask 077; tr \"|\" \"\\n\" > {data}/{file}'"
            ))
            .unwrap();
    }
    for setting in [
        "ssl_key_file = 'server.key'",
        "ssl_cert_file = 'server.pem'",
        "ssl = on",
    ] {
        client.run(&format!("ALTER SYSTEM SET {setting}")).unwrap();
    }
    client.run("SELECT pg_reload_conf()").unwrap();
}

fn connect(url: &str) -> Result<(), String> {
    let opened = block_on(Database::connect(url, options()));
    opened.map(drop).map_err(|error| match error {
        OpenError::Unavailable(why) => why,
        other => other.to_string(),
    })
}

#[test]
fn a_certificate_is_verified_by_chain_and_name() {
    let cluster = Cluster::start();
    let folder = certificates();
    let named = cluster.url.replace("127.0.0.1", "localhost");
    let roots = |file: &str| format!("sslrootcert={}", folder.path().join(file).display());
    let with = |url: &str, mode: &str, file: &str| format!("{url}?sslmode={mode}&{}", roots(file));

    // A server in plain text is none where encryption is asked for.
    let plain = connect(&with(&named, "require", "ca.pem")).unwrap_err();
    assert!(plain.contains("TLS"), "{plain}");
    connect(&with(&named, "prefer", "ca.pem")).unwrap();

    encrypt(&cluster, folder.path());
    for mode in ["require", "verify-full", "prefer"] {
        connect(&with(&named, mode, "ca.pem")).unwrap();
        let stranger = connect(&with(&named, mode, "other.pem")).unwrap_err();
        assert!(stranger.contains("UnknownIssuer"), "{mode}: {stranger}");
        let elsewhere = connect(&with(&cluster.url, mode, "ca.pem")).unwrap_err();
        assert!(
            elsewhere.contains("not valid for name"),
            "{mode}: {elsewhere}"
        );
    }
    connect(&format!("{named}?sslmode=disable")).unwrap();
    let untrusted = connect(&format!("{named}?sslmode=require")).unwrap_err();
    assert!(
        untrusted.contains("UnknownIssuer") || untrusted.contains("trusts no certificates"),
        "{untrusted}"
    );

    // Not only may it be opened: the whole conversation is encrypted.
    let url = format!(
        "{}&application_name=encrypted",
        with(&named, "require", "ca.pem")
    );
    let plant = common::Plant::in_database(common::open(&url), &url);
    plant.verify();
    let encrypted = Client::connect(&cluster.url).lines(
        "SELECT DISTINCT s.ssl::text AS line FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) \
         WHERE a.application_name = 'encrypted'",
    );
    assert_eq!(encrypted.unwrap(), ["true"]);
}

#[test]
fn roots_that_cannot_be_read_are_an_error() {
    let missing = connect("postgres://a:b@localhost:1/c?sslmode=require&sslrootcert=/nowhere.pem");
    assert!(missing.unwrap_err().contains("/nowhere.pem"));
    let folder = TempDir::new().unwrap();
    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "").unwrap();
    let url = format!(
        "postgres://a:b@localhost:1/c?sslmode=require&sslrootcert={}",
        empty.display()
    );
    assert!(connect(&url).unwrap_err().contains("no certificate"));
}
