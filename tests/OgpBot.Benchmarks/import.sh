#!/usr/bin/env bash
# What an import of 10,000 commitments costs an operator: the built command line beside `sqlite3 .import` into one table of text, by turns.
#   dotnet build -c Release tests/OgpBot.Benchmarks && dotnet build -c Release src/OgpBot.Cli && tests/OgpBot.Benchmarks/import.sh [RUNS] [FILE.csv]
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-5} folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export=${2:-$folder/export.csv}
[ -s "$export" ] || dotnet tests/OgpBot.Benchmarks/bin/Release/net10.0/OgpBot.Benchmarks.dll export "$export"

# seconds COMMAND...: wall time and processor time; the file lies in memory, each data folder is new.
seconds() { local TIMEFORMAT='%3R %3U %3S'; { time "$@" >/dev/null; } 2>&1; }
import() { rm -rf "$folder/data"; dotnet src/OgpBot.Cli/bin/Release/net10.0/ogpbot.dll import "$export" --data "$folder/data"; }
floor() { rm -f "$folder/floor.db"; sqlite3 "$folder/floor.db" '.mode csv' ".import '$export' export"; }

import >/dev/null; floor
for _ in $(seq "$runs"); do
  seconds floor >>"$folder/floor"; seconds import >>"$folder/import"
done

# middle FILE: the medians of wall and of processor time.
middle() { for sum in '$1' '$2 + $3'; do awk "{ print $sum }" "$1" | sort -n | sed -n "$((runs / 2 + 1))p"; done | xargs; }
read -r floor_wall floor_processor < <(middle "$folder/floor")
read -r import_wall import_processor < <(middle "$folder/import")
awk -v f="$floor_wall" -v i="$import_wall" -v fp="$floor_processor" -v ip="$import_processor" 'BEGIN {
  printf "sqlite3 .import  %.2f s (processor %.2f)\nogpbot import    %.2f s (processor %.2f)\nbound 1 + 2 x .import = %.2f s: %s\n", f, fp, i, ip, 1 + 2 * f, i <= 1 + 2 * f ? "met" : "missed" }'
