namespace CityLoom.Kernel.Files;

internal static class FileRefusals
{
    public static readonly Refusal Empty = new("file.empty", "文件是空的，请重新选择。", "The file is empty; choose another.", 400);

    public static readonly Refusal Unknown = new(
        "file.type",
        "不接受这种文件。请上传图片 (JPEG、PNG、WebP、GIF)、PDF、Word、Excel 或纯文本。",
        "This kind of file is not accepted. Send a picture (JPEG, PNG, WebP, GIF), PDF, Word, Excel or plain text.",
        400);

    public static Refusal TooLarge(long largest) => new(
        "file.large",
        $"文件超过 {largest / 1024 / 1024} MB，请压缩或拆分后再上传。",
        $"The file is larger than {largest / 1024 / 1024} MB; make it smaller or split it.",
        400);
}
