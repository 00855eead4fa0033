package org.batchuploader.testkit.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A JPEG or PNG with the files beside it that say where it lies. */
public final class SamplePicture {
    private final String fileName;
    private final int type;

    private SamplePicture(String fileName, int type) {
        this.fileName = fileName;
        this.type = type;
    }

    /** Of 40 by 30 pixels in colours. */
    public static SamplePicture named(String fileName) {
        return new SamplePicture(fileName, BufferedImage.TYPE_INT_RGB);
    }

    /** @param imageType a type of {@link BufferedImage} */
    public SamplePicture of(int imageType) {
        return new SamplePicture(fileName, imageType);
    }

    public BufferedImage image() {
        var image = new BufferedImage(40, 30, type);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                image.setRGB(x, y, 0xFF000000 | x * 6 << 16 | y * 8 << 8 | (x + y) * 3);
            }
        }
        return image;
    }

    public Path writeTo(Path folder) throws IOException {
        Path file = folder.resolve(fileName);
        String format = fileName.toLowerCase(Locale.ROOT).endsWith(".png") ? "png" : "jpg";
        if (!ImageIO.write(image(), format, file.toFile())) {
            throw new IOException("no writer for " + fileName);
        }
        return file;
    }

    /** With a world file of pixels of ten metres from (500000, 4000000) on, and a {@code .prj}. */
    public List<Path> writePlacedTo(Path folder, String crs) throws IOException {
        String base = fileName.substring(0, fileName.lastIndexOf('.'));
        String extension = fileName.toLowerCase(Locale.ROOT).endsWith(".png") ? ".pgw" : ".jgw";
        var files = new ArrayList<Path>();
        files.add(writeTo(folder));
        files.add(Files.writeString(folder.resolve(base + extension), "10\n0\n0\n-10\n500005\n3999995\n"));
        files.add(Files.writeString(folder.resolve(base + ".prj"), crs));
        return files;
    }
}
