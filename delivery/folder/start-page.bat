@echo off
rem Opens the page of socwork in the browser; close this window to stop.
chcp 65001 >nul
"%~dp0socwork.exe" serve --open %*
if errorlevel 1 pause
