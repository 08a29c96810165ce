using Recto.Content;
using Recto.Content.Schemas;
using Recto.Diagnostics;

namespace Recto.Pipeline;

/// <summary><c>recto schema</c>: what VS Code needs to complete <c>report.yml</c> and to mark what <c>check</c> finds.</summary>
public static class EditorFiles
{
    private const string Folder = ".vscode";

    private const string Settings = """
        {
          "yaml.schemas": { "./.vscode/report.schema.json": "content/report.yml" }
        }

        """;

    /// <summary>Schemas are written anew; settings and tasks are the author's once they are there.</summary>
    /// <returns>Paths of what was written, below the report's folder.</returns>
    public static IReadOnlyList<string> Write(Workspace workspace)
    {
        var bag = new DiagnosticBag(); // What is wrong with its own classes, check says
        var own = OwnClasses.Read(new ContentFiles(workspace, bag), bag);
        Directory.CreateDirectory(Path.Combine(workspace.Root, Folder));
        return
        [
            .. new (string Name, string Text, bool IsOurs)[]
            {
                ("report.schema.json", ReportSchemas.Report, true),
                ("front-matter.schema.json", ReportSchemas.FrontMatter(own), true),
                ("settings.json", Settings, false),
                ("tasks.json", Tasks(workspace), false),
            }
                .Where(file => file.IsOurs || !File.Exists(Path.Combine(workspace.Root, Folder, file.Name)))
                .Select(file => Write(workspace, file.Name, file.Text)),
        ];
    }

    private static string Write(Workspace workspace, string name, string text)
    {
        File.WriteAllText(Path.Combine(workspace.Root, Folder, name), text);
        return $"{Folder}/{name}";
    }

    /// <summary>Ctrl+Shift+B checks, and what is wrong is underlined where it stands.</summary>
    private static string Tasks(Workspace workspace)
    {
        var home = Path.GetRelativePath(workspace.Root, workspace.Home).Replace('\\', '/');
        var root = home == "." ? "" : " --root .";
        return $$"""
            {
              "version": "2.0.0",
              "tasks": [
                {
                  "label": "recto: check",
                  "type": "shell",
                  "command": "{{home}}/build.sh check{{root}}",
                  "windows": { "command": "pwsh -NoProfile {{home}}/build.ps1 check{{root}}" },
                  "group": { "kind": "build", "isDefault": true },
                  "presentation": { "reveal": "silent", "clear": true },
                  "problemMatcher": {
                    "owner": "recto",
                    "source": "recto",
                    "fileLocation": ["relative", "${workspaceFolder}"],
                    "pattern": {
                      "regexp": "^(.+)\\((\\d+),(\\d+)\\): (error|warning) ([a-z-]+): (.*)$",
                      "file": 1,
                      "line": 2,
                      "column": 3,
                      "severity": 4,
                      "code": 5,
                      "message": 6
                    }
                  }
                }
              ]
            }

            """;
    }
}
