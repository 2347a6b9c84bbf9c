"""Parts that several readers use: output, zip packages, safe XML, list numbers."""
