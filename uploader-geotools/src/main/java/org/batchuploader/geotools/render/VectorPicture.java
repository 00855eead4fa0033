package org.batchuploader.geotools.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.shapefile.ShapeRecord;
import org.batchuploader.geotools.shapefile.ShpReader;

/** A small picture of shapes on a transparent ground. Of very many, evenly chosen ones are drawn. */
public final class VectorPicture {
    private static final Color FILL = new Color(38, 120, 178, 90);
    private static final Color LINE = new Color(18, 78, 120);
    private static final int MARGIN = 6;
    private static final long MOST = 100_000;

    private final Envelope extent;
    private final double scale;
    private final int width;
    private final int height;

    private VectorPicture(Envelope extent, int pixels) {
        this.extent = extent;
        double longest = Math.max(extent.width(), extent.height());
        this.scale = longest > 0 ? (pixels - 2.0 * MARGIN) / longest : 1;
        this.width = (int) Math.min(pixels, Math.ceil(extent.width() * scale) + 2 * MARGIN);
        this.height = (int) Math.min(pixels, Math.ceil(extent.height() * scale) + 2 * MARGIN);
    }

    /** Draws shapes of that extent, at most so many pixels wide and high. */
    public static BufferedImage draw(SourceFile shp, Envelope extent, long count, int pixels)
            throws IOException, DamagedFile {
        var picture = new VectorPicture(extent, pixels);
        var image = new BufferedImage(picture.width, picture.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try (ShpReader shapes = ShpReader.open(shp)) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            long step = Math.max(1, count / MOST);
            while (shapes.hasNext()) {
                ShapeRecord shape = shapes.next();
                if (shape.number() % step == 0) {
                    picture.draw(graphics, shape);
                }
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void draw(Graphics2D graphics, ShapeRecord shape) {
        if (shape.type().isPoint() || shape.type().isMultiPoint()) {
            graphics.setColor(LINE);
            for (int i = 0; i < shape.points(); i++) {
                graphics.fill(new Ellipse2D.Double(x(shape.x(i)) - 2, y(shape.y(i)) - 2, 4, 4));
            }
            return;
        }
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int part = 0; part < shape.parts(); part++) {
            for (int i = shape.start(part); i < shape.end(part); i++) {
                if (i == shape.start(part)) {
                    path.moveTo(x(shape.x(i)), y(shape.y(i)));
                } else {
                    path.lineTo(x(shape.x(i)), y(shape.y(i)));
                }
            }
        }
        if (!shape.type().isLine()) {
            graphics.setColor(FILL);
            graphics.fill(path);
        }
        graphics.setColor(LINE);
        graphics.draw(path);
    }

    private double x(double easting) {
        return MARGIN + (easting - extent.minX()) * scale;
    }

    private double y(double northing) {
        return height - MARGIN - (northing - extent.minY()) * scale;
    }
}
