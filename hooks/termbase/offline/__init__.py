"""The site without a network: the service worker of a published site, and the site as a folder of files."""
