#!/usr/bin/env pwsh
#Requires -Version 7
# build.sh's twin: prepares what recto needs, then hands over to it. Only the language and .NET are used, no modules.
#   ./build.ps1 [build | demo | test | bench | clean | …] [options]    ./build.ps1 --help lists recto's own
# Exit codes are recto's: 0 done, 1 a bug of ours, 2 the author's mistake, 5 something is missing, …

$ErrorActionPreference = 'Stop'
$given = [string[]] $args
$verb = $given.Count -gt 0 ? $given[0] : 'build'
$root = $PSScriptRoot
$bin = [IO.Path]::Combine($root, 'src', 'Generator', 'bin')

# In whatever language the machine speaks, the tests' summary is read in English.
$env:DOTNET_CLI_UI_LANGUAGE = 'en'

# Compilers that outlive this script would hold its output open.
$env:MSBUILDDISABLENODEREUSE = '1'
$env:UseSharedCompilation = 'false'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Stop-Missing([string] $message) {
    [Console]::Error.WriteLine("recto: $message")
    exit 5
}

function Find-Program([string] $name) {
    Get-Command $name -CommandType Application -TotalCount 1 -ErrorAction Ignore
}

# Where global.json and .npmrc are found.
function Invoke-AtHome([scriptblock] $action) {
    $place = $ExecutionContext.SessionState.Path
    $place.PushCurrentLocation('home')
    try {
        $null = $place.SetLocation($root)
        & $action | ForEach-Object { [Console]::WriteLine($_) }
    }
    finally { $null = $place.PopLocation('home') }
}

function Restore-Assets {
    # Fonts and scripts, when the lock file changed; tests bring their own besides.
    $lock = [IO.Path]::Combine($root, 'package-lock.json')
    $names = $verb -ceq 'test' ? @('.recto-stamp-tests', '.recto-stamp') : @('.recto-stamp')
    $stamps = foreach ($name in $names) { [IO.Path]::Combine($root, 'node_modules', $name) }
    $stamp = @($stamps)[0]
    if ([IO.File]::Exists($stamp) -and [IO.File]::ReadAllText($stamp) -ceq [IO.File]::ReadAllText($lock)) { return }
    if ($verb -ceq 'test') { Invoke-AtHome { & $npm ci --ignore-scripts } }
    else { Invoke-AtHome { & $npm ci --omit=dev --ignore-scripts } }
    if ($LASTEXITCODE -ne 0) { Stop-Missing 'npm could not restore fonts and scripts (see above)' }
    foreach ($stamp in $stamps) { [IO.File]::Copy($lock, $stamp, $true) }
}

function Get-Sources {
    # The generator's sources and their digests, a line each.
    $files = [Collections.Generic.List[string]] @('Directory.Build.props', 'Directory.Packages.props', 'global.json')
    foreach ($folder in 'src/Generator', 'src/Experiments/Contract') {
        foreach ($path in [IO.Directory]::EnumerateFiles([IO.Path]::Combine($root, $folder), '*', 'AllDirectories')) {
            $name = [IO.Path]::GetRelativePath($root, $path).Replace('\', '/')
            if ($name -notmatch '/(bin|obj)/') { $files.Add($name) }
        }
    }
    $files.Sort([StringComparer]::Ordinal)
    $lines = foreach ($name in $files) {
        $bytes = [IO.File]::ReadAllBytes([IO.Path]::Combine($root, $name))
        [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($bytes)) + ' ' + $name
    }
    $lines -join "`n"
}

function Find-Recto {
    # Below a folder named after this platform.
    $release = [IO.Path]::Combine($bin, 'Release', 'net10.0')
    if (-not [IO.Directory]::Exists($release)) { return }
    foreach ($folder in [IO.Directory]::GetDirectories($release)) {
        $path = [IO.Path]::Combine($folder, 'recto.dll')
        if ([IO.File]::Exists($path)) { return $path }
    }
}

function Invoke-Compiler {
    # The generator, when a source changed: compared by content, without MSBuild.
    $stamp = [IO.Path]::Combine($bin, '.recto-stamp-ps1')
    $sources = Get-Sources
    if ([IO.File]::Exists($stamp) -and [IO.File]::ReadAllText($stamp) -ceq $sources -and (Find-Recto)) { return }
    $script:sdk = '0'
    Invoke-AtHome { $script:sdk = & $dotnet --version }
    if ([int] ("$sdk" -split '\.')[0] -lt 10) {
        Stop-Missing 'the .NET SDK 10 or later is missing: https://dot.net/download'
    }
    $null = [IO.Directory]::CreateDirectory($bin)
    foreach ($old in [IO.Directory]::GetFiles($bin, '.recto-stamp-*')) { [IO.File]::Delete($old) }
    Invoke-AtHome { & $dotnet restore src/Generator -v quiet }
    if ($LASTEXITCODE -ne 0) { Stop-Missing 'NuGet could not restore packages (see above)' }
    Invoke-AtHome { & $dotnet build src/Generator -c Release --no-restore -v quiet }
    if ($LASTEXITCODE -ne 0) { exit 1 }
    [IO.File]::WriteAllText($stamp, $sources)
}

function Install-Browser {
    # Debian's Chromium, where it is missing and may be installed; elsewhere recto says what to do.
    if ($env:RECTO_BROWSER -or -not $IsLinux -or [Environment]::UserName -ne 'root') { return }
    foreach ($name in 'chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge') {
        if (Find-Program $name) { return }
    }
    if (-not [IO.File]::Exists('/etc/os-release') -or [IO.File]::ReadAllLines('/etc/os-release') -cnotcontains 'ID=debian') { return }
    $env:DEBIAN_FRONTEND = 'noninteractive'
    & apt-get update -q | ForEach-Object { [Console]::WriteLine($_) }
    & apt-get install -qy --no-install-recommends chromium | ForEach-Object { [Console]::WriteLine($_) }
    if ($LASTEXITCODE -ne 0) { [Console]::Error.WriteLine('recto: apt could not install chromium (see above)') }
}

function Test-Prints {
    # Whether recto may be about to print PDFs.
    foreach ($argument in $given) {
        if ($argument -in '--no-pdf', '--help', '-h', '--version') { return $false }
    }
    $verb -in 'build', 'demo' -or $verb.StartsWith('-')
}

function Invoke-Tests {
    # Ends with the line "N passed, N failed".
    $counts = @{ succeeded = 0; failed = 0 }
    $env:RECTO_PREPARED = '1'
    Invoke-AtHome {
        & $dotnet test --solution Recto.slnx -c Release | ForEach-Object {
            if ("$_" -match '^\s*(succeeded|failed): *(\d+)') { $counts[$Matches[1]] = [int] $Matches[2] }
            $_
        }
    }
    $code = $LASTEXITCODE -eq 0 ? 0 : 1
    # Tests that do not even start are a failure too.
    if ($code -ne 0 -and $counts.failed -eq 0) { $counts.failed = 1 }
    [Console]::WriteLine("$($counts.succeeded) passed, $($counts.failed) failed")
    exit $code
}

function Remove-Output {
    # Whatever can be made again; neither the site nor the data.
    $folders = @([IO.Path]::Combine($root, 'out'), [IO.Path]::Combine($root, '.cache'))
    foreach ($top in 'src', 'tests') {
        $folders += [IO.Directory]::GetDirectories([IO.Path]::Combine($root, $top), '*', 'AllDirectories') -match '[\\/](bin|obj)$'
    }
    foreach ($folder in $folders) {
        if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
    }
}

if ($verb -ceq 'clean' -and $given.Count -eq 1) {
    Remove-Output
    exit 0
}

$dotnet = Find-Program 'dotnet'
if (-not $dotnet) { Stop-Missing 'the .NET SDK 10 is missing: https://dot.net/download' }
$npm = Find-Program 'npm'
if (-not $npm) { Stop-Missing 'Node.js with npm is missing: https://nodejs.org' }
Restore-Assets
Invoke-Compiler

switch -CaseSensitive ($verb) {
    'test' {
        Install-Browser
        Invoke-Tests
    }
    'bench' {
        $rest = [string[]] [Linq.Enumerable]::Skip($given, 1)
        & $dotnet run --project ([IO.Path]::Combine($root, 'tests', 'Bench')) -c Release -- @rest
    }
    default {
        if (Test-Prints) { Install-Browser }
        & $dotnet (Find-Recto) @given
    }
}
exit $LASTEXITCODE
