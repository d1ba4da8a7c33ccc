"""The pages: each works as plain forms and links; the scripts only make them quicker to use."""
