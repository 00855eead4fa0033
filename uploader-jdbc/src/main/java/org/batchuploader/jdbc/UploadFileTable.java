package org.batchuploader.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.jdbi.v3.core.Handle;

/** Table {@code upload_file}. */
final class UploadFileTable {
    void insert(Handle handle, Upload upload) {
        if (upload.files().isEmpty()) {
            return;
        }
        try (var batch = handle.prepareBatch(
                """
                INSERT INTO upload_file (upload, place, name, blob, size, received, sha256)
                VALUES (:upload, :place, :name, :blob, :size, :received, :sha256)""")) {
            for (int place = 0; place < upload.files().size(); place++) {
                UploadFile file = upload.files().get(place);
                batch.bind("upload", upload.id().value())
                        .bind("place", place)
                        .bind("name", file.name())
                        .bind("blob", file.blob().value())
                        .bind("size", file.size())
                        .bind("received", file.received())
                        .bind("sha256", file.sha256())
                        .add();
            }
            batch.execute();
        }
    }

    void replace(Handle handle, Upload upload) {
        handle.createUpdate("DELETE FROM upload_file WHERE upload = :upload")
                .bind("upload", upload.id().value())
                .execute();
        insert(handle, upload);
    }

    /** The files of those uploads, by upload, in their order. */
    Map<String, List<UploadFile>> of(Handle handle, List<String> uploads) {
        Map<String, List<UploadFile>> files = new HashMap<>();
        if (uploads.isEmpty()) {
            return files;
        }
        try (var sql = handle.createQuery(
                """
                SELECT upload, name, blob, size, received, sha256
                  FROM upload_file WHERE upload IN (<uploads>) ORDER BY upload, place""")) {
            sql.bindList("uploads", uploads)
                    .map((row, context) -> files.computeIfAbsent(row.getString("upload"), u -> new ArrayList<>())
                            .add(new UploadFile(
                                    row.getString("name"),
                                    new BlobId(row.getString("blob")),
                                    row.getLong("size"),
                                    Instants.at(row, "received"),
                                    row.getString("sha256"))))
                    .list();
        }
        return files;
    }
}
