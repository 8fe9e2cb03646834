namespace LossGen;

public static partial class VectorMath
{
    private static class DigammaDouble
    {
        // 2^-60: of a smaller argument -1/x is all there is.
        public const double Tiny = 8.673617379884035e-19;

        // The positive zero of ψ, less 1.
        public const double Zero = 0.46163214496836236;
        public const double ZeroLow = -1.5522348162858677e-17;

        // ψ(3/2 + t) = (t + ½ - Zero)·(H0 + H1·t + … + H23·t²³) on |t| <= ½, found by interpolation in Chebyshev's points with 70 digits. Error 2^-55.
        public const double H0 = 0.9510558760318328;
        public const double H0Low = 4.292118102788199e-17;
        public const double H1 = -0.42362742128146047;
        public const double H2 = 0.24054248424078736;
        public const double H3 = -0.14840492305391761;
        public const double H4 = 0.09498872445283;
        public const double H5 = -0.06192213327165706;
        public const double H6 = 0.04076083394462657;
        public const double H7 = -0.02697579684427536;
        public const double H8 = 0.017907248195969127;
        public const double H9 = -0.011908215172584002;
        public const double H10 = 0.007927024067961237;
        public const double H11 = -0.00528001782089874;
        public const double H12 = 0.0035180800751066694;
        public const double H13 = -0.002344650082351321;
        public const double H14 = 0.0015635679757533885;
        public const double H15 = -0.001042261556504223;
        public const double H16 = 0.0006899717801166841;
        public const double H17 = -0.0004599625144612576;
        public const double H18 = 0.0003268068044141764;
        public const double H19 = -0.0002178682145501451;
        public const double H20 = 9.173383289174792e-05;
        public const double H21 = -6.11554261750751e-05;
        public const double H22 = 0.00012230983055406747;
        public const double H23 = -8.153978973309418e-05;

        // ψ(x) = log x - 1/(2x) - z·(S0 + S1·z + … + S11·z¹¹) with z = 1/x² up to 1/16, found in the same way. Error 2^-62.
        public const double S0 = 0.08333333333333333;
        public const double S1 = -0.008333333333331309;
        public const double S2 = 0.00396825396669174;
        public const double S3 = -0.004166666189390399;
        public const double S4 = 0.00757568128718997;
        public const double S5 = -0.021085480231143226;
        public const double S6 = 0.08287780760807265;
        public const double S7 = -0.4238843454039485;
        public const double S8 = 2.4691541279502918;
        public const double S9 = -13.426103331601523;
        public const double S10 = 53.456525338561356;
        public const double S11 = -107.61230023246503;

        // π·cot πd = 1/d - d·(K0 + K1·d² + … + K16·d³²) on |d| <= ½, found in the same way. K0 is π²/3. Error 2^-60.
        public const double K0 = 3.289868133696453;
        public const double K0Low = 6.095661415650697e-17;
        public const double K1 = 2.164646467422276;
        public const double K1Low = 2.082001704371197e-16;
        public const double K2 = 2.034686123969025;
        public const double K3 = 2.0081547123766956;
        public const double K4 = 2.001989151782039;
        public const double K5 = 2.00049209962009;
        public const double K6 = 2.0001248231973245;
        public const double K7 = 1.9999795020240847;
        public const double K8 = 2.0008108028428335;
        public const double K9 = 1.9907553026387697;
        public const double K10 = 2.07876873042216;
        public const double K11 = 1.5026711150952592;
        public const double K12 = 4.3080141933315685;
        public const double K13 = -5.7049029812482805;
        public const double K14 = 19.724727875968053;
        public const double K15 = -23.768709739065578;
        public const double K16 = 21.12774199081545;
    }

    private static class TrigammaDouble
    {
        public const double Tiny = 1e-150;

        // ψ′(x) = 1/x + 1/(2x²) + (S0 + S1·z + … + S12·z¹²)/x³ with z = 1/x² up to 1/16, found by interpolation in Chebyshev's points with 70 digits. Error 2^-60.
        public const double S0 = 0.16666666666666666;
        public const double S1 = -0.03333333333332672;
        public const double S2 = 0.023809523803528382;
        public const double S3 = -0.03333333117449136;
        public const double S4 = 0.07575716689393194;
        public const double S5 = -0.2530667409891412;
        public const double S6 = 1.1631511249372664;
        public const double S7 = -6.909497130776345;
        public const double S8 = 48.13884616489952;
        public const double S9 = -338.0939324143755;
        public const double S10 = 1996.0072839251322;
        public const double S11 = -8075.901807821274;
        public const double S12 = 15962.435130535045;
    }

    // B₂/2!, B₄/4!, …, B₁₆/16!: Bernoulli's numbers.
    private static ReadOnlySpan<double> BernoulliOverFactorial =>
    [
        1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691.0 / 1307674368000, 1.0 / 74724249600, -3617.0 / 10670622842880000,
    ];
}
