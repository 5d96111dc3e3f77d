"""Help for whoever writes rules: proof, findings, drafts and suggestions, a schema for editors."""
