-- The ledger, version 1. Names are those of the report format; a row is an object of it.
-- `number` columns are the ledger's own. Span fields are JSON text, [[start, end], …], in code points
-- of article.text; the columns *_start and *_end hold the first span; *_text the words of all.

CREATE TABLE run (
    number   INTEGER PRIMARY KEY,
    started  TEXT NOT NULL,              -- UTC, ISO 8601
    ended    TEXT,                       -- null: under way, or killed
    outcome  TEXT,                       -- done, stopped, failed; null as above
    version  TEXT NOT NULL,              -- the tool with which it ran
    model    TEXT NOT NULL,
    rules    TEXT NOT NULL,
    paths    TEXT NOT NULL,              -- JSON list, as named on the command line
    jobs     INTEGER NOT NULL,
    reported INTEGER NOT NULL DEFAULT 0, -- articles reported anew
    skipped  INTEGER NOT NULL DEFAULT 0, -- articles that had not changed
    failed   INTEGER NOT NULL DEFAULT 0,
    removed  INTEGER NOT NULL DEFAULT 0  -- articles of the ledger that the paths no longer hold
);

CREATE TABLE article (
    number       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL,          -- unique within its path
    path         TEXT NOT NULL,
    sha256       TEXT NOT NULL,          -- of the file's or row's bytes
    content      TEXT NOT NULL,          -- of the article as read: with the tool, the mark that it is done
    version      TEXT NOT NULL,
    model        TEXT NOT NULL,
    rules        TEXT NOT NULL,
    title        TEXT,
    date         TEXT,
    url          TEXT,
    dateline     TEXT NOT NULL,
    layout       TEXT NOT NULL,          -- JSON: all blocks, paragraphs too
    scare_quotes TEXT NOT NULL,
    extra        TEXT NOT NULL,          -- JSON: what the input carries along
    text         TEXT NOT NULL,
    run          INTEGER NOT NULL REFERENCES run (number),
    UNIQUE (path, id)
);
CREATE INDEX article_sha256 ON article (sha256);
CREATE INDEX article_run ON article (run);

CREATE TABLE sentence (
    number       INTEGER PRIMARY KEY,
    article      INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    "index"      INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    end          INTEGER NOT NULL,
    status       TEXT NOT NULL,
    contested    INTEGER NOT NULL,
    reasons      TEXT NOT NULL,          -- JSON: [{"reason": …, "dispute": …}, …]
    attributions TEXT NOT NULL,          -- JSON: ids
    text         TEXT NOT NULL,
    UNIQUE (article, "index")
);
CREATE INDEX sentence_status ON sentence (status);

CREATE TABLE source (
    number           INTEGER PRIMARY KEY,
    article          INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    id               TEXT NOT NULL,
    name             TEXT NOT NULL,
    aliases          TEXT NOT NULL,      -- JSON: names
    kind             TEXT NOT NULL,
    named            INTEGER NOT NULL,
    plural           INTEGER NOT NULL,
    role             TEXT,
    anonymity_reason TEXT,
    UNIQUE (article, id)
);
CREATE INDEX source_name ON source (name COLLATE NOCASE);

CREATE TABLE mention (
    number  INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    source  TEXT NOT NULL,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    text    TEXT NOT NULL,
    FOREIGN KEY (article, source) REFERENCES source (article, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX mention_source ON mention (article, source);

CREATE TABLE attribution (
    number          INTEGER PRIMARY KEY,
    article         INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    id              TEXT NOT NULL,
    sentence        INTEGER NOT NULL,
    parent          TEXT,
    continues       TEXT,
    source          TEXT,                -- null: nobody vouches
    source_spans    TEXT NOT NULL,
    source_start    INTEGER,
    source_end      INTEGER,
    source_text     TEXT NOT NULL,
    cue             TEXT NOT NULL,
    cue_start       INTEGER,
    cue_end         INTEGER,
    cue_text        TEXT NOT NULL,
    claim           TEXT NOT NULL,
    claim_start     INTEGER,
    claim_end       INTEGER,
    claim_text      TEXT NOT NULL,
    recipient       TEXT NOT NULL,
    recipient_start INTEGER,
    recipient_end   INTEGER,
    stance          TEXT NOT NULL,
    position        TEXT NOT NULL,
    style           TEXT NOT NULL,
    hypothetical    INTEGER NOT NULL,
    contested       INTEGER NOT NULL,
    rule            TEXT NOT NULL,
    frame           TEXT NOT NULL,
    confidence      REAL NOT NULL,
    UNIQUE (article, id),
    FOREIGN KEY (article, sentence) REFERENCES sentence (article, "index") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, source) REFERENCES source (article, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, parent) REFERENCES attribution (article, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, continues) REFERENCES attribution (article, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX attribution_source ON attribution (article, source);

CREATE TABLE dispute (
    number   INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    denial   TEXT NOT NULL,              -- the denying attribution
    claim    TEXT,                       -- the disputed one, where it is one
    sentence INTEGER NOT NULL,           -- the disputed sentence
    link     TEXT NOT NULL,
    evidence TEXT NOT NULL,
    start    INTEGER,
    end      INTEGER,
    UNIQUE (article, id),
    FOREIGN KEY (article, denial) REFERENCES attribution (article, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, claim) REFERENCES attribution (article, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, sentence) REFERENCES sentence (article, "index") DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE reply (
    number     INTEGER PRIMARY KEY,
    article    INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    allegation TEXT NOT NULL,
    target     TEXT,
    answer     TEXT,                     -- null: none found
    kind       TEXT NOT NULL,
    FOREIGN KEY (article, allegation) REFERENCES attribution (article, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, target) REFERENCES source (article, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, answer) REFERENCES attribution (article, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX reply_article ON reply (article);

CREATE TABLE failure (
    number  INTEGER PRIMARY KEY,
    id      TEXT NOT NULL,
    path    TEXT NOT NULL,
    code    TEXT NOT NULL,
    message TEXT NOT NULL,
    line    INTEGER,
    run     INTEGER NOT NULL REFERENCES run (number),
    UNIQUE (path, id)
);
CREATE INDEX failure_run ON failure (run);

-- Files that a batch has done from end to end, so that the next need not read them.
CREATE TABLE file (
    path    TEXT PRIMARY KEY,
    sha256  TEXT NOT NULL,               -- of the stored bytes
    version TEXT NOT NULL,
    model   TEXT NOT NULL,
    rules   TEXT NOT NULL,
    run     INTEGER NOT NULL REFERENCES run (number)
) WITHOUT ROWID;
CREATE INDEX file_run ON file (run);

-- Full-text search: SELECT … FROM sentence JOIN sentence_fts ON sentence_fts.rowid = sentence.number
-- WHERE sentence_fts MATCH 'toll AND doubled'. Words are found by their stems.

CREATE VIRTUAL TABLE sentence_fts USING fts5 (
    text, content = 'sentence', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_told AFTER INSERT ON sentence BEGIN
    INSERT INTO sentence_fts (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER sentence_gone AFTER DELETE ON sentence BEGIN
    INSERT INTO sentence_fts (sentence_fts, rowid, text) VALUES ('delete', old.number, old.text);
END;
CREATE TRIGGER sentence_changed AFTER UPDATE OF number, text ON sentence BEGIN
    INSERT INTO sentence_fts (sentence_fts, rowid, text) VALUES ('delete', old.number, old.text);
    INSERT INTO sentence_fts (rowid, text) VALUES (new.number, new.text);
END;

CREATE VIRTUAL TABLE attribution_fts USING fts5 (
    claim_text, content = 'attribution', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER attribution_told AFTER INSERT ON attribution BEGIN
    INSERT INTO attribution_fts (rowid, claim_text) VALUES (new.number, new.claim_text);
END;
CREATE TRIGGER attribution_gone AFTER DELETE ON attribution BEGIN
    INSERT INTO attribution_fts (attribution_fts, rowid, claim_text)
    VALUES ('delete', old.number, old.claim_text);
END;
CREATE TRIGGER attribution_changed AFTER UPDATE OF number, claim_text ON attribution BEGIN
    INSERT INTO attribution_fts (attribution_fts, rowid, claim_text)
    VALUES ('delete', old.number, old.claim_text);
    INSERT INTO attribution_fts (rowid, claim_text) VALUES (new.number, new.claim_text);
END;

-- Who is cited how often with which stances, over all articles, by name without regard to case. What is
-- hypothetical was never said; a quotation that goes on is one citation.
CREATE VIEW by_source AS
WITH cited AS (
    SELECT source.name COLLATE NOCASE AS name, source.kind, source.named, a.article, a.stance, a.position,
           a.contested
    FROM attribution AS a JOIN source ON source.article = a.article AND source.id = a.source
    WHERE NOT a.hypothetical AND a.continues IS NULL
), stances AS (
    SELECT name, json_group_object(stance, times) AS stances
    FROM (SELECT name, stance, count(*) AS times FROM cited GROUP BY name, stance ORDER BY name, times DESC, stance)
    GROUP BY name
), kinds AS (
    SELECT name, kind, row_number() OVER (PARTITION BY name ORDER BY count(*) DESC, kind) AS place
    FROM cited GROUP BY name, kind
)
SELECT min(cited.name COLLATE BINARY) AS name, kinds.kind, max(cited.named) AS named,
       count(DISTINCT cited.article) AS articles, count(*) AS cited,
       sum(cited.position = 'for') AS "for", sum(cited.position = 'open') AS open,
       sum(cited.position = 'against') AS against, sum(cited.contested) AS contested, stances.stances
FROM cited
JOIN stances ON stances.name = cited.name
JOIN kinds ON kinds.name = cited.name AND kinds.place = 1
GROUP BY cited.name;

-- Each contested sentence with each of its reasons; who said it and who denies or doubts it, where known.
CREATE VIEW contested AS
SELECT article.id, article.path, sentence.article, sentence."index" AS sentence, sentence.start, sentence.end,
       sentence.text, json_extract(why.value, '$.reason') AS reason, dispute.id AS dispute, dispute.link,
       claim.id AS claim, claimant.name AS claimant, claim.stance AS claim_stance, claim.claim_text,
       denial.id AS denial, denier.name AS denier, denial.stance AS denial_stance, denial.claim_text AS denial_text,
       denial.sentence AS denial_sentence
FROM sentence
JOIN article ON article.number = sentence.article
JOIN json_each(sentence.reasons) AS why
LEFT JOIN dispute ON dispute.article = sentence.article AND dispute.id = json_extract(why.value, '$.dispute')
LEFT JOIN attribution AS claim ON claim.article = dispute.article AND claim.id = dispute.claim
LEFT JOIN source AS claimant ON claimant.article = claim.article AND claimant.id = claim.source
LEFT JOIN attribution AS denial ON denial.article = dispute.article AND denial.id = dispute.denial
LEFT JOIN source AS denier ON denier.article = denial.article AND denier.id = denial.source
WHERE sentence.contested;

-- What nobody stands behind: sentences without an attribution, and those attributed to nobody.
CREATE VIEW unattributed AS
SELECT article.id, article.path, sentence.article, sentence."index" AS sentence, sentence.start, sentence.end,
       sentence.text, sentence.status, sentence.contested
FROM sentence JOIN article ON article.number = sentence.article
WHERE sentence.status = 'unattributed'
   OR sentence.status = 'attributed' AND NOT EXISTS (
       SELECT 1 FROM attribution AS a JOIN json_each(sentence.attributions) AS held ON held.value = a.id
       WHERE a.article = sentence.article AND (a.source IS NOT NULL OR a.source_spans <> '[]')
   );

-- Allegations to which the article gives no answer.
CREATE VIEW unanswered AS
SELECT article.id, article.path, reply.article, reply.allegation, a.sentence, accuser.name AS accuser, a.stance,
       a.claim_text, reply.target, target.name AS target_name, reply.kind
FROM reply
JOIN article ON article.number = reply.article
JOIN attribution AS a ON a.article = reply.article AND a.id = reply.allegation
LEFT JOIN source AS accuser ON accuser.article = a.article AND accuser.id = a.source
LEFT JOIN source AS target ON target.article = reply.article AND target.id = reply.target
WHERE reply.answer IS NULL;

-- Every allegation with its answer, or without.
CREATE VIEW replies AS
SELECT article.id, article.path, reply.article, reply.allegation, a.sentence, accuser.name AS accuser, a.stance,
       a.claim_text, reply.target, target.name AS target_name, reply.kind, reply.answer,
       answer.sentence AS answer_sentence, answerer.name AS answerer, answer.stance AS answer_stance,
       answer.claim_text AS answer_text
FROM reply
JOIN article ON article.number = reply.article
JOIN attribution AS a ON a.article = reply.article AND a.id = reply.allegation
LEFT JOIN source AS accuser ON accuser.article = a.article AND accuser.id = a.source
LEFT JOIN source AS target ON target.article = reply.article AND target.id = reply.target
LEFT JOIN attribution AS answer ON answer.article = reply.article AND answer.id = reply.answer
LEFT JOIN source AS answerer ON answerer.article = answer.article AND answerer.id = answer.source;
