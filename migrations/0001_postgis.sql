-- Geometry types and functions. On a server the administrator may have created the extension beforehand.
create extension if not exists postgis;
