using System.Text;
using System.Text.Json;
using Recto.Experiments.Artifacts;
using Recto.Experiments.Contract;
using Recto.Experiments.Models;
using Recto.Experiments.Training;
using Xunit;

namespace Recto.Tests.Artifacts;

public static class FilesTests
{
    [Fact]
    public static void An_array_file_begins_with_type_and_shape()
    {
        var file = Npy.Write([1f, -2f], 2, 1);
        Assert.Equal("93-4E-55-4D-50-59-01-00-76-00", BitConverter.ToString(file, 0, 10));
        Assert.Equal(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }".PadRight(117) + "\n",
            Encoding.ASCII.GetString(file, 10, 118)
        );
        Assert.Equal("00-00-80-3F-00-00-00-C0", BitConverter.ToString(file, 128));
    }

    [Fact]
    public static void One_dimension_has_its_comma_and_bytes_their_type()
    {
        var file = Npy.Write([(byte)7, 8, 9], 3);
        Assert.Contains(
            "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }",
            Encoding.ASCII.GetString(file),
            StringComparison.Ordinal
        );
        Assert.Equal([7, 8, 9], file[128..]);
    }

    [Fact]
    public static void Weights_are_saved_by_name_and_read_back()
    {
        var parameters = Networks.Build(Specs.Tiny(6, 2), 6).Parameters.ToList();
        var file = SafeTensors.Write(parameters);
        var length = (int)BitConverter.ToInt64(file);
        Assert.Equal(0, length % 8);
        Assert.Equal(8 + length + 4 * (12 + 2 + 12 + 6), file.Length);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        Assert.Equal(
            [
                "code.weight F32 [2,6] [0,48]",
                "code.bias F32 [2] [48,56]",
                "output.weight F32 [6,2] [56,104]",
                "output.bias F32 [6] [104,128]",
            ],
            header
                .RootElement.EnumerateObject()
                .Select(e =>
                    $"{e.Name} {e.Value.GetProperty("dtype")} {e.Value.GetProperty("shape")} {e.Value.GetProperty("data_offsets")}"
                )
        );

        var others = Networks.Build(Specs.Tiny(6, 2) with { Seed = 2 }, 6).Parameters.ToList();
        SafeTensors.Read(file, others);
        Assert.All(
            parameters.Zip(others),
            p => Assert.Equal(p.First.Value.Span.ToArray(), p.Second.Value.Span.ToArray())
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(400)]
    public static void Damaged_weights_are_refused(int length)
    {
        var file = SafeTensors.Write(Networks.Build(Specs.Tiny(6, 2), 6).Parameters);
        Assert.Equal("weights-damaged", Refused(file[..length], Specs.Tiny(6, 2)).Code);
    }

    [Fact]
    public static void Weights_of_another_network_are_refused() =>
        Assert.Equal(
            "The saved weights are not those of this network: code.weight has another type or shape.",
            Refused(SafeTensors.Write(Networks.Build(Specs.Tiny(6, 2), 6).Parameters), Specs.Tiny(6, 3)).Message
        );

    [Fact]
    public static void Curves_are_written_to_the_last_bit() =>
        Assert.Equal(
            "epoch,loss,test.loss\n1,0.1,0.30000000000000004\n2,1E-05,2\n",
            Encoding.UTF8.GetString(
                Curves.Write(Specs.Strokes, [new EpochRecord([0.1], [0.1 + 0.2]), new EpochRecord([0.00001], [2])])
            )
        );

    [Fact]
    public static void Layers_that_were_trained_alone_have_a_table_of_their_own() =>
        Assert.Equal(
            "layer,epoch,loss\n1,1,0.5\n1,2,0.25\n2,1,0.125\n",
            Encoding.UTF8.GetString(
                Curves.WriteGreedy([
                    [0.5, 0.25],
                    [0.125],
                ])
            )
        );

    private static RunException Refused(byte[] file, ExperimentSpec spec) =>
        Assert.Throws<RunException>(() => SafeTensors.Read(file, Networks.Build(spec, 6).Parameters));
}
