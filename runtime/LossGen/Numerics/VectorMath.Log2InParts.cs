namespace LossGen;

public static partial class VectorMath
{
    private static class Log2Parts
    {
        // 2/ln2 and 2/(3·ln2), each as a double and what that leaves out.
        public const double K0 = 2.8853900817779268;
        public const double K0Low = 4.0710547481862066e-17;
        public const double K1 = 0.9617966939259756;
        public const double K1Low = 5.0577616648125907e-17;

        // 2·artanh(s)/(s·ln2) = K0 + K1·z + … + K9·z⁹ with z = s², |s| <= 0.1716, minimax in relative error (Remez), the coefficients
        // rounded to double one after the other, the later ones fitted again each time. Error 2^-73.
        public const double K2 = 0.5770780163555851;
        public const double K3 = 0.41219858311134583;
        public const double K4 = 0.32059889791259005;
        public const double K5 = 0.26230819870514543;
        public const double K6 = 0.22195226573533927;
        public const double K7 = 0.19240154164519407;
        public const double K8 = 0.1684464759514838;
        public const double K9 = 0.17286223003068504;
    }
}
