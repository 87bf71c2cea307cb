"""Our own servers: Voilà's page without code, and JupyterLab, with settings of their own.

What they need is passed when they start. Installing the package changes nobody's Jupyter.
"""
