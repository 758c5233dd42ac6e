-- `seq` gives lists an order that paging can rely on; SIDs are random.
CREATE TABLE services (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    sid TEXT NOT NULL UNIQUE,
    unique_name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    friendly_name TEXT NOT NULL,
    include_credentials INTEGER NOT NULL,
    ui_editable INTEGER NOT NULL,
    domain_base TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) STRICT;

-- A Function or an Asset that was deleted stays, hidden, as long as Builds hold its Versions.
CREATE TABLE resources (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    sid TEXT NOT NULL UNIQUE,
    service_sid TEXT NOT NULL REFERENCES services (sid) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    friendly_name TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) STRICT;

CREATE INDEX resources_by_service ON resources (service_sid, kind, seq);

CREATE TABLE versions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    sid TEXT NOT NULL UNIQUE,
    service_sid TEXT NOT NULL REFERENCES services (sid) ON DELETE CASCADE,
    resource_sid TEXT NOT NULL REFERENCES resources (sid) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    path TEXT NOT NULL,
    visibility INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE INDEX versions_by_resource ON versions (resource_sid, seq);
CREATE INDEX versions_by_service ON versions (service_sid);
CREATE INDEX versions_by_content ON versions (sha256);

CREATE TABLE builds (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    sid TEXT NOT NULL UNIQUE,
    service_sid TEXT NOT NULL REFERENCES services (sid) ON DELETE CASCADE,
    status INTEGER NOT NULL,
    runtime TEXT NOT NULL,
    dependencies TEXT NOT NULL,
    modules_key TEXT,
    errors TEXT,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) STRICT;

CREATE INDEX builds_by_service ON builds (service_sid, seq);
CREATE INDEX builds_in_progress ON builds (seq) WHERE status = 0;

CREATE TABLE build_versions (
    build_sid TEXT NOT NULL REFERENCES builds (sid) ON DELETE CASCADE,
    version_sid TEXT NOT NULL REFERENCES versions (sid) ON DELETE CASCADE,
    PRIMARY KEY (build_sid, version_sid)
) STRICT, WITHOUT ROWID;

CREATE INDEX build_versions_by_version ON build_versions (version_sid);

CREATE TABLE environments (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    sid TEXT NOT NULL UNIQUE,
    service_sid TEXT NOT NULL REFERENCES services (sid) ON DELETE CASCADE,
    unique_name TEXT NOT NULL,
    domain_suffix TEXT,
    domain_name TEXT NOT NULL UNIQUE,
    build_sid TEXT REFERENCES builds (sid),
    deployment_sid TEXT,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    UNIQUE (service_sid, unique_name)
) STRICT;

CREATE INDEX environments_by_build ON environments (build_sid);

CREATE TABLE deployments (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    sid TEXT NOT NULL UNIQUE,
    service_sid TEXT NOT NULL REFERENCES services (sid) ON DELETE CASCADE,
    environment_sid TEXT NOT NULL REFERENCES environments (sid) ON DELETE CASCADE,
    build_sid TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE INDEX deployments_by_environment ON deployments (environment_sid, seq);

-- The value is encrypted; it can't be read without the keys beside the database.
CREATE TABLE variables (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    sid TEXT NOT NULL UNIQUE,
    service_sid TEXT NOT NULL REFERENCES services (sid) ON DELETE CASCADE,
    environment_sid TEXT NOT NULL REFERENCES environments (sid) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value BLOB NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    UNIQUE (environment_sid, key)
) STRICT;

-- Of a secret only its hash is kept.
CREATE TABLE api_keys (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    sid TEXT NOT NULL UNIQUE,
    friendly_name TEXT NOT NULL,
    secret_sha256 BLOB NOT NULL,
    created INTEGER NOT NULL
) STRICT;
