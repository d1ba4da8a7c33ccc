#!/bin/sh
# Opens the page of socwork in the browser; close this window, or press Ctrl-C, to stop.
trap : INT
"${0%/*}/socwork" serve --open "$@" && exit
printf '\nEnter ⏎ '
read -r _
exit 2
