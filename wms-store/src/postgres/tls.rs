//! Encrypted connections. A certificate is always verified, chain and host name.
use crate::error::OpenError;
use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject},
};
use std::sync::Arc;
use tokio_postgres::config::SslMode;
use tokio_postgres_rustls::MakeRustlsConnect;

/// What connections are encrypted with.
#[derive(Clone)]
pub(super) struct Connector(Arc<ClientConfig>);

impl Connector {
    /// Trusts the certificates of a PEM file; without one, those the system trusts.
    pub(super) fn new(mode: SslMode, roots: Option<&str>) -> Result<Self, OpenError> {
        let roots = match roots {
            _ if mode == SslMode::Disable => RootCertStore::empty(),
            Some(file) => from_file(file)?,
            None => of_system(mode)?,
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| OpenError::Unavailable(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self(Arc::new(config)))
    }

    /// The connector of one connection.
    pub(super) fn for_connection(&self) -> MakeRustlsConnect {
        MakeRustlsConnect::new(ClientConfig::clone(&self.0))
    }
}

fn from_file(file: &str) -> Result<RootCertStore, OpenError> {
    let unreadable = |why: String| OpenError::Unavailable(format!("`sslrootcert={file}`: {why}"));
    let mut roots = RootCertStore::empty();
    let certificates =
        CertificateDer::pem_file_iter(file).map_err(|error| unreadable(error.to_string()))?;
    for certificate in certificates {
        let certificate = certificate.map_err(|error| unreadable(error.to_string()))?;
        let added = roots.add(certificate);
        added.map_err(|error| unreadable(error.to_string()))?;
    }
    if roots.is_empty() {
        return Err(unreadable("no certificate in it".to_owned()));
    }
    Ok(roots)
}

/// A system may trust nobody at all: that is an error only where encryption is asked for.
fn of_system(mode: SslMode) -> Result<RootCertStore, OpenError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() && mode == SslMode::Require {
        let why = "the system trusts no certificates: give a file with `sslrootcert=`";
        return Err(OpenError::Unavailable(why.to_owned()));
    }
    Ok(roots)
}
