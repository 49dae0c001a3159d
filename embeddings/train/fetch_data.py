"""Brings the training and held-out files that sources.json lists into a folder, and holds each to its hash (a folder of
many files to the one that git gives its tree).

    python fetch_data.py [--clones DIR] [--data DIR]

A clone is looked for as DIR/OWNER+NAME, DIR/OWNER+NAME/repo or DIR/OWNER+NAME/repo/.git; what is not there is cloned from GitHub.
"""
import argparse
import hashlib
import io
import json
import pathlib
import subprocess
import sys
import tarfile

HERE = pathlib.Path(__file__).resolve().parent


def find_clone(clones: pathlib.Path, repository: str) -> pathlib.Path:
    folder = clones / repository.replace("/", "+")
    for place in (folder / "repo/.git", folder / "repo", folder / ".git", folder):
        if (place / "objects").is_dir():
            return place
    address = f"https://github.com/{repository}"
    subprocess.run(["git", "clone", "--quiet", "--bare", address, str(folder)], check=True)
    return folder


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--clones", type=pathlib.Path, default=HERE / "clones")
    arguments.add_argument("--data", type=pathlib.Path, default=HERE / "data")
    options = arguments.parse_args()
    options.data.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for source in json.loads((HERE / "sources.json").read_text()):
        clone = find_clone(options.clones, source["repository"])
        for path, expected in source["files"].items():
            shown = subprocess.run(
                ["git", f"--git-dir={clone}", "show", f"{source['commit']}:{path}"], check=True, capture_output=True
            ).stdout
            found = hashlib.sha256(shown).hexdigest()
            if found != expected:
                print(f"{source['repository']} {path} has the hash {found}, not {expected}", file=sys.stderr)
                wrong += 1
            (options.data / f"{source['name']}-{pathlib.Path(path).name}").write_bytes(shown)
        for path, expected in source.get("folders", {}).items():
            git = ["git", f"--git-dir={clone}"]
            place = f"{source['commit']}:{path}"
            found = subprocess.run([*git, "rev-parse", place], check=True, capture_output=True, text=True).stdout.strip()
            if found != expected:
                print(f"{source['repository']} {path} has the tree {found}, not {expected}", file=sys.stderr)
                wrong += 1
            packed = subprocess.run([*git, "archive", place], check=True, capture_output=True).stdout
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(options.data / f"{source['name']}-{pathlib.Path(path).name}", filter="data")
    print(f"{options.data}: {'complete' if wrong == 0 else f'{wrong} of them are not what they were'}")
    return 0 if wrong == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
