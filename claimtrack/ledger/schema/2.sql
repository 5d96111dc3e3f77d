-- Version 2: what a model's files hold counts, not its version alone. What was written before has
-- no such mark and is reported anew.
ALTER TABLE run ADD COLUMN weights TEXT NOT NULL DEFAULT '';     -- a hash of the model's files
ALTER TABLE article ADD COLUMN weights TEXT NOT NULL DEFAULT '';
ALTER TABLE file ADD COLUMN weights TEXT NOT NULL DEFAULT '';
