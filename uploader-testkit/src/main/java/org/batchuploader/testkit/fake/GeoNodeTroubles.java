package org.batchuploader.testkit.fake;

/** Troubles of a {@link FakeGeoNode} beyond those that every operation can have; switched on by these names with any {@link Fault}. */
public final class GeoNodeTroubles {
    /** {@code updatelayers} raises before it did anything; the job is {@code FINISHED}. */
    public static final String JOB_FAILS = "job-fails";
    /** It raises after it made the dataset. */
    public static final String JOB_FAILS_HALFWAY = "job-fails-halfway";
    /** It raises because GeoServer is away. */
    public static final String JOB_LOSES_GEOSERVER = "job-loses-geoserver";
    /** It counts a failed layer and does not raise. */
    public static final String JOB_COUNTS_FAILURE = "job-counts-failure";
    /** Jobs and requests stay on their way. */
    public static final String NEVER_ENDS = "never-ends";
    /** 400 without a word at a change of permissions. */
    public static final String DIRTY = "dirty";
    /** Datasets wait for an administrator's approval, and are opened to nobody until then. */
    public static final String MODERATED = "moderated";
    /** As many uploads as GeoNode allows are running. */
    public static final String UPLOADS_AT_ONCE = "uploads-at-once";
    /** The import fails with nothing made. */
    public static final String UPLOAD_FAILS = "upload-fails";
    /** The import fails and leaves a dataset behind. */
    public static final String UPLOAD_FAILS_HALFWAY = "upload-fails-halfway";
    /** {@code userinfo} knows nobody. */
    public static final String NO_OAUTH_APPLICATION = "no-oauth-application";
    /** Who has the password of an account that is switched off is told so, as Django REST Framework can. */
    public static final String SAYS_INACTIVE = "says-inactive";
    /** 405 to everything. */
    public static final String READ_ONLY = "read-only";

    private GeoNodeTroubles() {}
}
