"""Tables for ministries: comparative, three columns, rivals, correlation."""
