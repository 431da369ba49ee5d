//! Where the database is, and how a connection to it is made.
use super::conn::Conn;
use crate::{error::OpenError, options::Options};
use diesel::ConnectionError;
use std::time::Duration;
use tokio_postgres::{Config, NoTls, config::SslMode};

/// A server's address with what a connection to it needs.
#[derive(Clone)]
pub(super) struct Server {
    config: Config,
    timeout: Duration,
    #[cfg(feature = "tls")]
    tls: super::tls::Connector,
}

impl Server {
    /// Reads `postgres://…`; `sslmode` and `sslrootcert` are read here, the rest by the driver.
    pub(super) fn parse(url: &str, options: &Options) -> Result<Self, OpenError> {
        let (url, roots) = without_roots(url);
        let mut config = address(&url)?;
        config.connect_timeout(options.connect_timeout);
        #[cfg(feature = "tls")]
        let tls = super::tls::Connector::new(config.get_ssl_mode(), roots.as_deref())?;
        #[cfg(not(feature = "tls"))]
        if config.get_ssl_mode() == SslMode::Require || roots.is_some() {
            let why = "this build has no TLS: turn on the feature `tls` of wms-store";
            return Err(OpenError::Unavailable(why.to_owned()));
        }
        Ok(Self {
            config,
            timeout: options.connect_timeout,
            #[cfg(feature = "tls")]
            tls,
        })
    }

    /// Makes a connection within `Options::connect_timeout`.
    pub(super) async fn connect(&self) -> Result<Conn, ConnectionError> {
        let connected = tokio::time::timeout(self.timeout, self.open()).await;
        connected.unwrap_or_else(|_| {
            let why = format!("no answer within {:?}", self.timeout);
            Err(ConnectionError::BadConnection(why))
        })
    }

    async fn open(&self) -> Result<Conn, ConnectionError> {
        let bad = |error: tokio_postgres::Error| ConnectionError::BadConnection(cause(&error));
        #[cfg(feature = "tls")]
        if self.config.get_ssl_mode() != SslMode::Disable {
            let tls = self.tls.for_connection();
            let (client, connection) = self.config.connect(tls).await.map_err(bad)?;
            return Conn::try_from_client_and_connection(client, connection).await;
        }
        let (client, connection) = self.config.connect(NoTls).await.map_err(bad)?;
        Conn::try_from_client_and_connection(client, connection).await
    }
}

/// The URL as the driver reads it. One without a host is refused here: the driver would do so with every connection.
fn address(url: &str) -> Result<Config, OpenError> {
    let invalid = |why: String| OpenError::InvalidUrl { why };
    let config: Config = url.parse().map_err(|error| invalid(cause(&error)))?;
    if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
        return Err(invalid("it has no host".to_owned()));
    }
    Ok(config)
}

/// An error with what is behind it: the driver alone says no more than that it could not connect.
fn cause(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut behind = error.source();
    while let Some(error) = behind {
        let deeper = error.to_string();
        if !said.contains(&deeper) {
            said = format!("{said}: {deeper}");
        }
        behind = error.source();
    }
    said
}

/// The URL as the driver reads it, and the file with the roots to trust.
///
/// `verify-ca` and `verify-full` are `require` here, which always verifies chain and host name.
fn without_roots(url: &str) -> (String, Option<String>) {
    let Some((address, parameters)) = url.split_once('?') else {
        return (url.to_owned(), None);
    };
    let mut roots = None;
    let mut others = Vec::new();
    for parameter in parameters.split('&') {
        match parameter.split_once('=') {
            Some(("sslrootcert", file)) => roots = Some(decoded(file)),
            Some(("sslmode", "verify-ca" | "verify-full")) => others.push("sslmode=require"),
            _ => others.push(parameter),
        }
    }
    (format!("{address}?{}", others.join("&")), roots)
}

/// A text without its percent signs; what is no text then stays as it is.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut after = rest.clone();
        let pair = [after.next(), after.next()];
        match (
            byte,
            pair.map(|digit| digit.and_then(|one| char::from(one).to_digit(16))),
        ) {
            (b'%', [Some(high), Some(low)]) => {
                bytes.extend(u8::try_from(high * 16 + low));
                rest = after;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{decoded, without_roots};

    #[test]
    fn the_roots_are_taken_out_of_the_url() {
        let (url, roots) =
            without_roots("postgres://h/d?sslrootcert=/a%20b.pem&sslmode=verify-full");
        assert_eq!(url, "postgres://h/d?sslmode=require");
        assert_eq!(roots.as_deref(), Some("/a b.pem"));
        assert_eq!(
            without_roots("postgres://h/d"),
            ("postgres://h/d".to_owned(), None)
        );
    }

    #[test]
    fn what_is_no_percent_code_stays() {
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%zz%41"), "%zzA");
    }
}
