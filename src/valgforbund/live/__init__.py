"""The official feed as it grows: a folder that something else fills, or SFTP."""
