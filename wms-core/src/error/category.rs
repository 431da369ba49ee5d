use crate::vocabulary::vocabulary;

vocabulary! {
    /// The families of errors: what a host maps to exception classes and HTTP statuses.
    pub enum Category {
        /// Malformed input.
        Invalid = "invalid", hu "hibás bemenet", en "malformed input";
        /// A thing that is not there.
        NotFound = "not_found", hu "nem található", en "not found";
        /// The role has not the right.
        Forbidden = "forbidden", hu "nem engedélyezett", en "forbidden";
        /// The state does not allow it, or it exists already.
        Conflict = "conflict", hu "ütközés", en "conflict";
        /// A rule of the plant forbids it.
        Rule = "rule", hu "szabályba ütközik", en "broken rule";
        /// A retry may help.
        Unavailable = "unavailable", hu "átmenetileg nem elérhető", en "unavailable";
        /// A defect in the library or its data.
        Internal = "internal", hu "belső hiba", en "internal error";
    }
}
